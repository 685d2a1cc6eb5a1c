/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c,d,e}from"./board-LZW75LWB.js";import"./board-WPQT2PYZ.js";import"./board-WNHI7QBD.js";import"./board-KPKV7KGC.js";export{d as HandWatch,e as Hands,c as HandsUp,b as MyHand,a as MySigns};
