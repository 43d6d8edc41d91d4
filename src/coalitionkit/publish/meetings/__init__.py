"""Papers of meetings: agendas, minutes, the calendar and the launch, from the record as of a day."""
