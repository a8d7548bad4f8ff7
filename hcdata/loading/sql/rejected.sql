-- Judged rows -> reject, and the faults of those accepted -> fault, with those of the people they name.
INSERT INTO reject SELECT file_id, row_no, reason FROM {rows} WHERE reason IS NOT NULL;

INSERT INTO fault
SELECT file_id, row_no, split_part(f, ' ', 1), split_part(f, ' ', 2), NULL
FROM (SELECT file_id, row_no, unnest(faults) AS f FROM {rows} WHERE reason IS NULL AND len(faults) > 0);

INSERT INTO fault SELECT DISTINCT *, NULL FROM {person_faults};
