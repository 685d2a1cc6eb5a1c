/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c,d,e}from"./board-TNPXJY23.js";import"./board-QVS3TUGR.js";import"./board-OK73VCRR.js";import"./board-XMP4NRM4.js";export{d as HandWatch,e as Hands,c as HandsUp,b as MyHand,a as MySigns};
