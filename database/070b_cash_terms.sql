-- A new house is empty: the terms of deposits are a row only once the company has set its own; until then the house's hold.
delete from cash_setting;
