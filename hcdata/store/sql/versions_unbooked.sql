-- Versions of a load that is not on the books.
SELECT count(*) FROM {version} WHERE from_load NOT IN (SELECT load FROM base.load)
