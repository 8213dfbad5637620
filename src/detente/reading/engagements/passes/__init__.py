"""What other sentences add to an engagement once it is read: each pass takes all of them and gives them back."""
