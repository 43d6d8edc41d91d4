"""Where people work: hooks, workflows and pipelines, run by the programs that they are for."""
