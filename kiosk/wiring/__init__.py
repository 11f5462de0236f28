"""The only place of the kiosk that knows the journal, the network and the printer; here the parts meet."""
