-- What an associate says of a style (卖点), a line each; the company's own words in both languages.
alter table style add column points text check (length(points) between 1 and 600);
alter table style add column points_en text check (length(points_en) between 1 and 600);
