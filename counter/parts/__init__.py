"""Small widgets that several rooms use."""
