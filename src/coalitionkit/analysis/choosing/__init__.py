"""Who is on the list of invitations: needs and decisions as a problem of covering, solved exactly."""
