-- Evenings whose pieces do not agree with the books stand among what an area oversees.
alter table oversight_line
  drop constraint oversight_line_kind_check,
  add constraint oversight_line_kind_check check (kind in
    ('negativeStock', 'overShort', 'statement', 'cashOwed', 'notCounted', 'piecesOpen', 'notArrived', 'notShipped')),
  drop constraint oversight_line_check,
  add constraint oversight_line_check check ((amount is null) <> (pieces is null) or (amount is null and kind in ('notCounted', 'piecesOpen')));
