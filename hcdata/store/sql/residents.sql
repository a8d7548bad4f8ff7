-- The residents of each district in the newest year that is not after the one given.
SELECT district, population FROM population
WHERE year = (SELECT max(year) FROM population WHERE year <= $year)
