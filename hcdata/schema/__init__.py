"""What is kept, of what type, and what may be said of it."""
