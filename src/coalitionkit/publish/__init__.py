"""Letters, agendas and reasons in words: what the world sees of a coalition."""
