"""Family 2: the three circles of people, and the groups in which members work."""
