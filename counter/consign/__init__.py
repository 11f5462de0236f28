"""At a point of the post (nhận gửi): the consignment note is made with the citizen, papers counted, fees taken."""
