"""What may leave a view: suppressed, zero and missing stay three things."""
