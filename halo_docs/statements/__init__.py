"""What each place of the manual must say, as plain text: what outputs are proven against."""
