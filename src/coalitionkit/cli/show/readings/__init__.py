"""What the commands on the inventory found, as reports: a module for each command."""
