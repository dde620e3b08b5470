"""Puts the demonstration corpus in seeds/data into the database. Loading it again adds nothing and undoes nothing."""
