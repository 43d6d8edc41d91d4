"""The rules themselves, a module for each group of them. No module here knows another."""
