"""Incidents on screen: the list, the page of one incident, and its forms."""
