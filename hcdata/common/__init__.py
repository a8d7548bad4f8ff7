"""What every layer may use: errors, configuration, filters, who may see what, SQL files, lasting writes."""
