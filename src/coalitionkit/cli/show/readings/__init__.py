"""What commands on the inventory found, as reports: a module for each command that tells it in tables."""
