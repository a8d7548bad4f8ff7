-- Records of each dated feed by month; a month without any between the first and the last may be a sheet that never came.
SELECT feed, month, CAST(sum(n) AS BIGINT) AS n FROM ({district_months}) GROUP BY ALL ORDER BY ALL
