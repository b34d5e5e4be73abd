"""What did each version of the schema add? A module a version; once released, none is edited."""
