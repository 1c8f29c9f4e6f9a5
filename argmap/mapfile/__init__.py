"""The map language: a YAML file that a person writes by hand."""
