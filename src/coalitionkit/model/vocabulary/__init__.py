"""Words with a fixed meaning, a module for each part of the practice; `catalogue` lists them all."""
