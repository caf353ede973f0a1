"""Report limits: rules as data, the obligations they create, and whether each was met."""
