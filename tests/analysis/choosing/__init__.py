"""Tests of who is on the list of invitations."""
