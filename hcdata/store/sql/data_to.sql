-- The newest data-to time of each feed, local, and whether a layout said its rows are made up.
SELECT feed, max(as_of) AS as_of, bool_or(synthetic) AS synthetic FROM load_file GROUP BY feed
