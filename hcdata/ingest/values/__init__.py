"""What one written value means: dates, looked-up words, ranks, coordinates."""
