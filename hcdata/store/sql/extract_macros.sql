-- Made where a store is read and, as temporary ones, where it is built; the table of its files is named for either.

-- The files loaded up to a load; one whose kept rows were read again counts as it was read last.
CREATE {macro} files_at(at_load) AS TABLE
SELECT * FROM {load_file} WHERE load <= at_load
QUALIFY file_id = max(file_id) OVER (PARTITION BY sha256, sheet, feed, as_of);

-- Whether a file should have shown a record it did not: a full extract that is newer than what showed the record last, covers its day
-- and speaks for its district.
CREATE {macro} lacks_record(is_full, as_of, covers_from, covers_to, districts, seen, day, district) AS
    is_full AND as_of > seen AND day BETWEEN covers_from AND covers_to AND coalesce(list_contains(districts, district), true);
