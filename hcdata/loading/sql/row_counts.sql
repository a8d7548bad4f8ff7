-- Of each file: rows read with the first and last day of those accepted.
SELECT
    file_id,
    count(*),
    min(recorded_on) FILTER (WHERE reason IS NULL),
    max(recorded_on) FILTER (WHERE reason IS NULL)
FROM {rows}
GROUP BY file_id;

-- Rows rejected, by reason.
SELECT file_id, reason, count(*) FROM {rows} WHERE reason IS NOT NULL GROUP BY ALL ORDER BY ALL;

-- Records, and those whose rows disagree.
SELECT file_id, count(*), count(*) FILTER (WHERE disagree) FROM {records} GROUP BY file_id;

-- Faults entered.
SELECT file_id, field || ' ' || reason, count(*) FROM fault SEMI JOIN {extract} USING (file_id) GROUP BY ALL ORDER BY ALL;
