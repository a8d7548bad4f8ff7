-- The values nobody had mapped in the files known as at that load.
CREATE VIEW unmapped AS
SELECT * FROM base.unmapped SEMI JOIN load_file USING (file_id)
