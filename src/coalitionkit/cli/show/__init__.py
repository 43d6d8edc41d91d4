"""Results as people and programs see them: values of the lower floors become lines or JSON."""
