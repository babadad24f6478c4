-- Cards that were printed on paper or into a tray, and where on it, so that the board can have them cut sheet by sheet.
ALTER TABLE print_jobs ADD COLUMN sheet INTEGER;
ALTER TABLE print_jobs ADD COLUMN cell INTEGER;
ALTER TABLE print_jobs ADD COLUMN is_tray INTEGER NOT NULL DEFAULT 0 CHECK (is_tray IN (0, 1));
