/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-YPV57KN5.js";import"./board-JMCX6MRF.js";import{d as o,e as r,f as m,g as p,h as t}from"./board-VT3H7VKE.js";import"./board-YGIQTPXL.js";import"./board-JQIWL4DN.js";export{p as HandWatch,t as Hands,m as HandsUp,r as MyHand,o as MySigns};
