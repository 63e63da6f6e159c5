"""Wire schemas by noun. Outputs have no defaults, so that clients see every field."""
