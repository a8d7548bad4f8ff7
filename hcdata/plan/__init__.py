"""The delivery plan: its actions and when they are due."""
