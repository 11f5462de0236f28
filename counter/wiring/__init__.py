"""The only place of the counter that knows the journal, the network and the printer; here the parts meet."""
