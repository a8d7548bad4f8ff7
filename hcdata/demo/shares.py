"""How often things occur in the made-up force: shares near published ones, rounded."""

# Districts: resident population (Census 2021), leaning to the two cities as police recorded crime does.
DISTRICTS = {
    "cambridge_city": 0.23,
    "east_cambridgeshire": 0.07,
    "fenland": 0.12,
    "huntingdonshire": 0.15,
    "peterborough": 0.33,
    "south_cambridgeshire": 0.10,
}
# Home Office hate crime tables, year to March 2025; the two local strands are a guess.
STRANDS = {
    "race": 0.69,
    "sexual_orientation": 0.135,
    "disability": 0.07,
    "religion": 0.045,
    "transgender": 0.025,
    "gender": 0.022,
    "alternative_subculture": 0.013,
}
# Strands per offence were 1.055 in the same tables.
SECOND_STRAND = {
    "race": {"religion": 0.7, "disability": 0.12, "sexual_orientation": 0.1, "gender": 0.08},
    "religion": {"race": 0.9, "gender": 0.1},
    "sexual_orientation": {"transgender": 0.5, "race": 0.2, "disability": 0.15, "alternative_subculture": 0.15},
    "disability": {"race": 0.4, "sexual_orientation": 0.4, "gender": 0.2},
    "transgender": {"sexual_orientation": 0.8, "disability": 0.2},
    "gender": {"race": 0.6, "sexual_orientation": 0.4},
    "alternative_subculture": {"sexual_orientation": 0.6, "gender": 0.4},
}
TWO_STRANDS = 0.055
# Home Office hate crime tables, year to March 2025, sheet 5.
PERCEIVED = {
    "Muslim": 0.43,
    "Jewish": 0.29,
    "Christian": 0.07,
    "Sikh": 0.03,
    "Hindu": 0.03,
    "Buddhist": 0.005,
    "Other": 0.05,
    "No religion": 0.02,
    "Unknown": 0.075,
}
AGGRAVATED = ("8P", "105B", "8M", "9B", "58J")
# Home Office: public order, violence and criminal damage are about 96 % of hate crime.
AGGRAVATED_CODES = {"9B": 0.55, "105B": 0.16, "8P": 0.1, "8M": 0.12, "58J": 0.07}
AGGRAVATED_SHARE = 0.66
BASIC_CODES = {
    "9A": 0.33,
    "105A": 0.16,
    "8N": 0.12,
    "8L": 0.14,
    "8R": 0.07,
    "58A": 0.02,
    "58B": 0.02,
    "58C": 0.03,
    "58D": 0.03,
    "8Q": 0.01,
    "66": 0.01,
    "34B": 0.015,
    "28E": 0.01,
    "49": 0.01,
    "3B": 0.01,
    "104": 0.01,
    "5D": 0.005,
}
# Titles: Home Office counting rules, shortened as force systems do.
TITLES = {
    "8P": "Racially or religiously aggravated assault with injury",
    "105B": "Racially or religiously aggravated assault without injury",
    "8M": "Racially or religiously aggravated harassment",
    "9B": "Racially or religiously aggravated public fear, alarm or distress",
    "58J": "Racially or religiously aggravated other criminal damage",
    "8N": "Assault with injury",
    "105A": "Assault without injury",
    "8L": "Harassment",
    "9A": "Public fear, alarm or distress",
    "58A": "Criminal damage to a dwelling",
    "58B": "Criminal damage to a building other than a dwelling",
    "58C": "Criminal damage to a vehicle",
    "58D": "Other criminal damage",
    "8R": "Malicious communications",
    "8Q": "Stalking",
    "66": "Other offences against the State or public order",
    "34B": "Robbery of personal property",
    "28E": "Burglary - residential",
    "49": "Other theft",
    "3B": "Threats to kill",
    "104": "Assault without injury on a constable",
    "5D": "Assault with intent to cause serious harm",
}
# Outcome shares and median days: Home Office outcomes bulletin; hate crime charge rate about 9 %.
OUTCOMES = {
    "1": (0.088, 75),
    "1A": (0.008, 80),
    "2": (0.006, 60),
    "2A": (0.001, 60),
    "3": (0.014, 45),
    "3A": (0.002, 45),
    "4": (0.001, 90),
    "5": (0.002, 60),
    "6": (0.003, 30),
    "7": (0.001, 20),
    "8": (0.055, 32),
    "9": (0.008, 110),
    "10": (0.016, 55),
    "11": (0.012, 30),
    "12": (0.004, 70),
    "13": (0.004, 70),
    "14": (0.12, 28),
    "15": (0.175, 62),
    "16": (0.215, 44),
    "17": (0.007, 190),
    "18": (0.215, 24),
    "20": (0.01, 40),
    "21": (0.011, 60),
    "22": (0.019, 50),
    "23": (0.003, 50),
}
NEVER_CLOSED = 0.035
CHANNELS = {
    "999": 0.24,
    "101": 0.29,
    "online": 0.2,
    "true_vision": 0.05,
    "third_party_centre": 0.025,
    "front_counter": 0.05,
    "officer": 0.08,
    "crimestoppers": 0.01,
    "partner": 0.035,
    "": 0.02,
}
PLACE_KINDS = {
    "Street": 0.26,
    "Dwelling": 0.3,
    "Public place": 0.08,
    "Park": 0.04,
    "Retail": 0.08,
    "Supermarket": 0.03,
    "Takeaway": 0.03,
    "Licensed premises": 0.07,
    "School": 0.04,
    "Bus/rail station": 0.03,
    "Hospital": 0.02,
    "Place of worship": 0.01,
    "Workplace": 0.01,
}
# Month by month, January first: the summer peak of the Home Office monthly tables; mean 1.
SEASON = (0.83, 0.83, 0.92, 0.98, 1.05, 1.13, 1.19, 1.11, 1.04, 1.05, 0.95, 0.92)
WEEKDAY = (0.93, 0.92, 0.93, 0.96, 1.09, 1.2, 0.97)
HOURS = (5, 4, 3, 2, 1, 1, 2, 4, 7, 8, 8, 9, 10, 10, 10, 12, 14, 15, 14, 13, 12, 11, 10, 8)
NIGHT_HOURS = (16, 14, 10, 6, 3, 1, 1, 2, 4, 5, 6, 7, 8, 8, 8, 9, 10, 11, 12, 13, 16, 18, 20, 20)
CRIMES_A_YEAR = 1700
INCIDENTS_A_YEAR = 900
