"""The first start: whose duty room this is, by which limits it is held, with the sample district or empty."""
