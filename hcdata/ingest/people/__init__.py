"""The persons of a row: who is kept, under which pseudonym, and what joins them."""
