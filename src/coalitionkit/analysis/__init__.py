"""What a plan amounts to: pure functions from a coalition, and a day where one matters, to a result."""
