"""How one kind of export maps to our fields."""
