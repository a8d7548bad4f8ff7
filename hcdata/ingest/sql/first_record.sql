-- typed -> record: the first row of each reference of a file; `disagree` where a further row says something else.
SELECT * EXCLUDE (reason, faults), min(hash({content})) OVER same <> max(hash({content})) OVER same AS disagree
FROM typed
WHERE reason IS NULL
WINDOW same AS (PARTITION BY file_id, {key})
QUALIFY row_number() OVER (PARTITION BY file_id, {key} ORDER BY row_no) = 1
