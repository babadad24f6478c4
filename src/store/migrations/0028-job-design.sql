-- Which design a card was accepted with, by its content: the version's number may become another desk's.
ALTER TABLE print_jobs ADD COLUMN design_file TEXT;
